"""Files that nobody made for this package, checked as they are.

`check_files` is the door: any team's zones, areas and buildings; `inspection` reads a layer and
writes down what reading showed; `guess_profile` chooses the census's rules where the user names
none.
"""
