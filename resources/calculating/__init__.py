"""What the calculators compute: pure, every figure is given to them. `fields`, `forms`, `reading`
and `showing` are the way in from an address and out to a page."""
