"""The words of the field that the format knows, with their anatomical names.

Category, level, equipment and the 17 muscles are those of the public-domain
free-exercise-db, so that its data can be imported; the rest is added by the
format. Anatomical names are there to be found by search, they are not ids.
"""

from __future__ import annotations

from typing import Literal, get_args

Category = Literal["stretching", "mobility", "strengthening", "balance", "cardio"]
Position = Literal[
    "standing",
    "sitting",
    "kneeling",
    "half-kneeling",
    "hands-and-knees",
    "supine",
    "prone",
    "side-lying",
]
Laterality = Literal["bilateral", "unilateral", "alternating"]
Level = Literal["beginner", "intermediate", "expert"]
Equipment = Literal[
    "bands",
    "barbell",
    "cable",
    "chair",
    "cushion",
    "dumbbell",
    "e-z curl bar",
    "exercise ball",
    "exercise mat",
    "foam roll",
    "kettlebells",
    "machine",
    "medicine ball",
    "other",
    "towel",
    "wall",
]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Muscle = Literal[
    "abdominals",
    "abductors",
    "adductors",
    "biceps",
    "calves",
    "chest",
    "forearms",
    "glutes",
    "hamstrings",
    "hip flexors",
    "lats",
    "lower back",
    "middle back",
    "neck",
    "obliques",
    "piriformis",
    "quadriceps",
    "shoulders",
    "tensor fasciae latae",
    "traps",
    "triceps",
]

CATEGORIES: tuple[Category, ...] = get_args(Category)
POSITIONS: tuple[Position, ...] = get_args(Position)
LATERALITIES: tuple[Laterality, ...] = get_args(Laterality)
LEVELS: tuple[Level, ...] = get_args(Level)
EQUIPMENT: tuple[Equipment, ...] = get_args(Equipment)

MUSCLES: dict[str, tuple[str, ...]] = {
    "abdominals": ("rectus abdominis", "transversus abdominis"),
    "abductors": ("gluteus medius", "gluteus minimus"),
    "adductors": ("adductor longus", "adductor magnus", "adductor brevis", "gracilis", "pectineus"),
    "biceps": ("biceps brachii",),
    "calves": ("gastrocnemius", "soleus"),
    "chest": ("pectoralis major", "pectoralis minor"),
    "forearms": ("wrist flexors", "wrist extensors"),
    "glutes": ("gluteus maximus", "gluteus medius", "gluteus minimus"),
    "hamstrings": ("biceps femoris", "semitendinosus", "semimembranosus"),
    "hip flexors": ("iliopsoas", "psoas major", "iliacus", "rectus femoris"),
    "lats": ("latissimus dorsi",),
    "lower back": ("erector spinae", "quadratus lumborum", "multifidus"),
    "middle back": ("rhomboids", "middle trapezius"),
    "neck": ("sternocleidomastoid", "splenius"),
    "obliques": ("external oblique", "internal oblique"),
    "piriformis": ("musculus piriformis",),
    "quadriceps": ("rectus femoris", "vastus lateralis", "vastus medialis", "vastus intermedius"),
    "shoulders": ("deltoid", "rotator cuff"),
    "tensor fasciae latae": ("musculus tensor fasciae latae", "TFL"),
    "traps": ("trapezius",),
    "triceps": ("triceps brachii",),
}
"""Muscle → its anatomical names."""

SYNONYMS: dict[str, str] = {
    "body only": "[] (an empty list: nothing is needed)",
    "none": "[] (an empty list: nothing is needed)",
    "mat": "exercise mat",
    "yoga mat": "exercise mat",
    "band": "bands",
    "resistance band": "bands",
    "resistance bands": "bands",
    "ball": "exercise ball",
    "pillow": "cushion",
    "quads": "quadriceps",
    "abs": "abdominals",
    "core": "abdominals",
    "hip flexor": "hip flexors",
    "strength": "strengthening",
    "stretch": "stretching",
    "all fours": "hands-and-knees",
    "quadruped": "hands-and-knees",
    "lying": "supine",
    "lying on the back": "supine",
    "seated": "sitting",
    "one side": "unilateral",
    "both": "bilateral",
    "advanced": "expert",
    "easy": "beginner",
    **{latin.lower(): muscle for muscle, names in reversed(MUSCLES.items()) for latin in names},
    "gluteus medius": "glutes",
    "gluteus minimus": "glutes",
}
"""What authors write → the word that the format has for it; used only in hints."""

THINGS: dict[str, tuple[str, ...]] = {
    "band": ("band", "loop"),
    "chair": ("chair",),
    "cushion": ("cushion", "pillow"),
    "mat": ("mat",),
    "towel": ("towel",),
    "wall": ("wall",),
}
"""Kind of prop → the words by which a step speaks of it."""
