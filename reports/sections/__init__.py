"""The sections of a paper: one small module each, from the comparison to blocks.

Each has a function that takes what the paper is made from and gives one section, empty where
there is nothing to say. Its one rule: a section states nothing that the comparison does not.
"""
