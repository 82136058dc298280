"""The graph store: what reports said, what was judged, and what follows from both, in Neo4j."""
