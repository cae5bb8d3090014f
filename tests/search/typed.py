"""Whatever a person may type."""

from hypothesis import strategies as st

MARKS = "\"“”()-−*~:!.,<>'%\\;/ \0\n\u0301\u200f\ud800🙂"
PIECES = ["OR ", "AND ", "NOT ", "kind:", "after:", "title:", "foo:", "~5", "2019", "missile", "عالم", "世界", "Évora"]
TYPED = st.lists(st.sampled_from([*MARKS, *PIECES]) | st.text(max_size=3), max_size=60).map("".join)
