"""The generated parts of a paper: one small module each, from the comparison to blocks.

Each has functions that take what is asked for and give blocks, none where there is nothing to show.
Its one rule: a part states nothing that the comparison does not.
"""
