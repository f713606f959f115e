"""What a presentation is made of: its bare file, its slides, its shapes, its lines, its tables.

Its one rule: `reports/formats/pptx.py` decides what is on a slide, and these how it looks.
"""
