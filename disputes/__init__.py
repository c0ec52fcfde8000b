"""Chapter 5: contradictions and disputes (矛盾纠纷化解), with the 12345 hotline of Art. 43."""
