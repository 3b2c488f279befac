"""Problems in the data, the rules they break, the limits, and the forms they are printed in."""
