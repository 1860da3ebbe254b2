"""Values that nobody means: long ones of every kind of character that is read."""

ATTACKS = (
    f"1{' ' * 800}1",
    f"1{' 000' * 4_000}x",
    "9" * 1_000_000,
    f"¥{' ' * 100_000}",
    "一" * 100_000,
    f"20年{'年' * 50_000}月",
    "、" * 100_000,
    "\u0344\u0301\u0323" * 50_000,  # accents, which sort into their order one by one
    "\u200b" * 100_000,
    "<img src=x onerror=alert(1)>" * 2_000,
)
