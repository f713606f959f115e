"""What a workbook is made of: names of sheets, typed cells, totals by formula, how it is printed.

Its one rule: `reports/formats/xlsx.py` decides which sheets there are, and these how they look.
"""
