"""What follows from the records: values, names, rows, witnesses, times."""
