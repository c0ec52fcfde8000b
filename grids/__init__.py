"""Chapter 6: grass-roots governance by the grid (基层社会治理)."""
