"""Chapters 7 and 8: supervision (监督管理). Reads declared figures, deadlines and events; imports no other chapter."""
