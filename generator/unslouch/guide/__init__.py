"""The library as readers get it: in the words of a language, from one side, at an address, with its pictures."""
