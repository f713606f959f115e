"""How a paper comes to be written: its sections begun from a house, put in order, and typed.

Its one rule: each save is one act of the council's papers, and nothing that was typed is lost.
"""
