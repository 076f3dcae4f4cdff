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
    "bed",
    "bench",
    "cable",
    "chair",
    "cushion",
    "doorway",
    "dumbbell",
    "e-z curl bar",
    "exercise ball",
    "exercise mat",
    "foam roll",
    "kettlebells",
    "machine",
    "medicine ball",
    "other",
    "pull-up bar",
    "rail",
    "small ball",
    "step",
    "stick",
    "strap",
    "table",
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
PLACES = tuple(
    place for one in POSITIONS for place in ((one, "chair-sitting", "floor-sitting") if one == "sitting" else (one,))
)
"""The positions, and where one sits."""
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
    **dict.fromkeys(("bodyweight", "body weight", "no equipment", "nothing"), "[]"),
    "body only": "[]",
    "none": "[]",
    "mat": "exercise mat",
    "yoga mat": "exercise mat",
    "band": "bands",
    "resistance band": "bands",
    "resistance bands": "bands",
    "gym mat": "exercise mat",
    **dict.fromkeys(("loop band", "mini band", "elastic band", "theraband", "exercise band"), "bands"),
    **dict.fromkeys(("ball", "swiss ball", "gym ball", "stability ball", "fitball", "physio ball"), "exercise ball"),
    **dict.fromkeys(("foam roller", "roller", "foam rolls"), "foam roll"),
    **dict.fromkeys(("sz-bar", "ez bar", "ez barbell", "ez curl bar", "curl bar"), "e-z curl bar"),
    **dict.fromkeys(("dumbbells", "dumb bell", "dumb bells", "hand weights", "free weights"), "dumbbell"),
    "kettlebell": "kettlebells",
    **dict.fromkeys(("cables", "cable machine"), "cable"),
    **dict.fromkeys(("leverage machine", "smith machine", "sled machine"), "machine"),
    **dict.fromkeys(("stool", "kitchen chair"), "chair"),
    "pillow": "cushion",
    **dict.fromkeys(("weight bench", "flat bench"), "bench"),
    **dict.fromkeys(("couch", "plinth", "treatment table"), "bed"),
    **dict.fromkeys(("door", "door frame", "doorframe"), "doorway"),
    **dict.fromkeys(("chin-up bar", "pullup bar"), "pull-up bar"),
    **dict.fromkeys(("handrail", "banister"), "rail"),
    **dict.fromkeys(("soft ball", "pilates ball", "overball"), "small ball"),
    **dict.fromkeys(("stair", "stairs", "step box", "aerobic step", "box"), "step"),
    **dict.fromkeys(("dowel", "broomstick", "broom handle", "pole"), "stick"),
    **dict.fromkeys(("belt", "yoga strap"), "strap"),
    **dict.fromkeys(("desk", "worktop", "counter"), "table"),
    "quads": "quadriceps",
    "abs": "abdominals",
    "core": "abdominals",
    **dict.fromkeys(("pecs", "pectorals", "pectoral"), "chest"),
    **dict.fromkeys(("delts", "deltoids", "anterior deltoid", "rear delts", "shoulder"), "shoulders"),
    **dict.fromkeys(("glute", "buttocks", "buttock", "bottom", "glute max", "glute med"), "glutes"),
    **dict.fromkeys(("hamstring", "hams", "back of the thigh"), "hamstrings"),
    **dict.fromkeys(("upper back", "mid back", "rhomboid"), "middle back"),
    **dict.fromkeys(("low back", "spinal erectors", "back extensors", "spine"), "lower back"),
    **dict.fromkeys(("latissimus", "lat"), "lats"),
    **dict.fromkeys(("trap", "levator scapulae"), "traps"),
    **dict.fromkeys(("calf", "calf muscles"), "calves"),
    **dict.fromkeys(("forearm", "lower arms", "grip"), "forearms"),
    **dict.fromkeys(("inner thigh", "inner thighs", "groin", "adductor"), "adductors"),
    **dict.fromkeys(("outer hip", "hip abductors", "abductor"), "abductors"),
    **dict.fromkeys(("hip adductors",), "adductors"),
    **dict.fromkeys(("quad", "quadriceps femoris", "front of the thigh", "thigh"), "quadriceps"),
    **dict.fromkeys(("belly", "stomach", "abdominal", "tummy"), "abdominals"),
    **dict.fromkeys(("obliquus externus abdominis", "side abs", "oblique"), "obliques"),
    **dict.fromkeys(("neck flexors", "neck extensors", "deep neck flexors"), "neck"),
    "brachialis": "biceps",
    "hip flexor": "hip flexors",
    **dict.fromkeys(("strength", "strengthen", "resistance", "powerlifting", "strongman"), "strengthening"),
    **dict.fromkeys(("plyometrics", "plyometric", "weightlifting", "olympic weightlifting"), "strengthening"),
    **dict.fromkeys(("stretch", "flexibility"), "stretching"),
    **dict.fromkeys(("mobilisation", "mobilization", "range of motion", "warm-up"), "mobility"),
    **dict.fromkeys(("aerobic", "endurance", "conditioning"), "cardio"),
    **dict.fromkeys(("proprioception", "stability"), "balance"),
    "all fours": "hands-and-knees",
    "quadruped": "hands-and-knees",
    "lying": "supine",
    "lying on the back": "supine",
    **dict.fromkeys(("supine lying", "on the back", "crook lying", "hook lying", "face up"), "supine"),
    **dict.fromkeys(("prone lying", "on the front", "on the stomach", "face down", "plank"), "prone"),
    **dict.fromkeys(("side lying", "on the side", "lying on the side"), "side-lying"),
    **dict.fromkeys(("four point kneeling", "four-point kneeling", "on all fours"), "hands-and-knees"),
    **dict.fromkeys(("tall kneeling", "high kneeling"), "kneeling"),
    **dict.fromkeys(("upright", "stand"), "standing"),
    **dict.fromkeys(("seated", "sit"), "sitting"),
    **dict.fromkeys(("one side", "each side", "single", "single-leg", "one-sided"), "unilateral"),
    **dict.fromkeys(("both", "both sides", "symmetrical"), "bilateral"),
    **dict.fromkeys(("alternate", "in turn", "reciprocal"), "alternating"),
    **dict.fromkeys(("advanced", "hard", "difficult"), "expert"),
    **dict.fromkeys(("easy", "novice", "basic"), "beginner"),
    **dict.fromkeys(("medium", "moderate"), "intermediate"),
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
    "ball": ("ball", "exercise ball"),
    "bar": ("pull-up bar",),
    "barbell": ("barbell",),
    "bed": ("bed",),
    "bench": ("bench",),
    "dumbbell": ("dumbbell", "dumbbells"),
    "door": ("closed door",),
    "door frame": ("door frame", "doorway"),
    "foam roller": ("foam roller",),
    "kettlebell": ("kettlebell",),
    "rail": ("rail", "handrail"),
    "small ball": ("small ball", "soft ball"),
    "step": ("step box", "aerobic step"),
    "stick": ("stick", "broomstick"),
    "strap": ("strap",),
    "table": ("table",),
}
"""Kind of prop → the words by which a step speaks of it."""
