"""The parts of a Word file: elements, tables, pictures, pages, and the bare file they go into.

`reports.formats.docx` puts them together. Its one rule: all that Word can number, repeat or count
is left to Word, so that a clerk can go on editing.
"""
