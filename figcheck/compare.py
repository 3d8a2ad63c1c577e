"""Comparison: are two claims about the same thing, and how far apart are they?"""
