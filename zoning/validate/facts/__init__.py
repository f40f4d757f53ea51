"""What several rules need to know of the layers, found out once.

`people` counts who is concerned; `code_parts` takes codes apart; `shapes` looks at rings and
corners; `building_shares` and `uncovered` compare layers; `visible` measures what lies along
barriers; `layer_shift` and `building_shift` find layers that lie beside others; `measuring_crs`
chooses where is measured.

Facts only: what is wrong, rules say.
"""
