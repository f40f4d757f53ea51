"""The only room that knows the project folder, and what joins the others.

`folder` is the folder: zoning.toml, decisions, derived layers; `create` makes one, `pipeline`
runs it (`divide` from layers to numbered buildings, `issued_codes` keeps what was on paper,
`figures` tells what came out), `adoption` takes edits back in; `check_folder` judges it, `maps` and
`listing_files` print it; `fieldwork` records who confirmed what; `register_steps` and
`building_register` keep the buildings; `samples` are the demos; `borders` and `signoff` are rooms.

May call every room below; computes as little as it can.
"""

from zoning.project.folder import ProjectFolder, now

#: What 0.1.0 called the folder here.
Project = ProjectFolder

__all__ = ["Project", "ProjectFolder", "now"]
