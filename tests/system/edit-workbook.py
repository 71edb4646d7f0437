"""Puts values into cells of a workbook with openpyxl: edit-workbook.py FILE EDITS.json, where edits are [sheet, cell, value]."""
import json
import sys

import openpyxl

path, edits = sys.argv[1:]
book = openpyxl.load_workbook(path)
with open(edits, encoding='utf-8') as file:
    for sheet, cell, value in json.load(file):
        book[sheet][cell] = value
book.save(path)
