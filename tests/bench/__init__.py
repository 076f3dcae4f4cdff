"""What takes how long, all measured in one run: ``make bench``, or ``make bench QUICK=1`` in less than two minutes.

A measurement is a function that takes a :class:`~tests.bench.measuring.Bench` and returns rows; its name as an argument
runs it alone. Seconds are those of the processor, of whole processes with all that they start. Numbers are of one machine
and one moment: compare rows of one run, most of all the ratios.
"""
