"""A paper set by typst: a fixed template, the paper as data for it, a short process that sets it.

Its one rule: what a person typed reaches the template as data alone, never as anything to be read.
"""
