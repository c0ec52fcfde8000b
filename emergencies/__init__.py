"""Chapters 3 and 4: public order and public safety (治安防控、公共安全)."""
