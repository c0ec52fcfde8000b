"""Attachments: judged by content, cleaned, kept outside the web root, shown through the gate of their case."""
