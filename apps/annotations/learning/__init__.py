"""A model of topics, learned from what people confirmed and rejected.  Why it is as it is: docs/adr/0013."""
