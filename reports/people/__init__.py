"""What becomes of whoever holds each post, and how each proposed one is filled, post by post.

Plain values for the page on which an author records it. Its one rule: what may be suggested is
shown with its reason, and nothing is recorded that nobody has chosen.
"""
