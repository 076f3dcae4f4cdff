"""Words of the field that the format has another word for, or none: data of :mod:`unslouch.content.hints`.

They are those of free-exercise-db, ExerciseDB, wger, and of physiotherapists.
"""

from __future__ import annotations

MEANT: dict[str, tuple[str, ...]] = {
    # movements
    "external rotation": ("rotation",),
    "lateral rotation": ("rotation",),
    "outward rotation": ("rotation",),
    "medial rotation": ("internal_rotation",),
    "inward rotation": ("internal_rotation",),
    "lateral flexion": ("side_bend",),
    "side flexion": ("side_bend",),
    "side bending": ("side_bend",),
    "bend": ("flexion", "dorsiflexion"),
    "flex": ("flexion", "dorsiflexion"),
    "hyperextension": ("extension",),
    "extension": ("extension", "plantarflexion"),
    "dorsal flexion": ("dorsiflexion",),
    "plantar flexion": ("plantarflexion",),
    "twist": ("rotation", "turn"),
    "rotate": ("rotation", "turn"),
    "shrug": ("elevation",),
    "retract": ("retraction",),
    "squeeze": ("retraction",),
    "protract": ("protraction",),
    "forward tilt": ("anterior_tilt",),
    "backward tilt": ("posterior_tilt",),
    # keys of a pose
    "scapula": ("right_scapula",),
    "shoulder blade": ("right_scapula",),
    "shoulder blades": ("scapulae",),
    "pelvic tilt": ("pelvis",),
    "hip": ("right_hip", "pelvis", "right buttock"),
    "knee": ("right_knee", "right knee"),
    "ankle": ("right_ankle", "right foot"),
    "shoulder": ("right_shoulder", "right shoulder"),
    "elbow": ("right_elbow", "right elbow"),
    "forearm": ("right_forearm", "right forearm"),
    "wrist": ("right_wrist", "right hand"),
    "hand": ("hand", "right_hand", "right hand", "other hand"),
    "foot": ("right_foot", "right foot"),
    "arm": ("right_shoulder", "right arm", "right hand", "hand"),
    "leg": ("right_hip", "right leg", "right foot", "foot"),
    "thigh": ("right_hip", "right knee", "knee"),
    "hips": ("hip", "pelvis"),
    "knees": ("knee", "right knee"),
    "shoulders": ("shoulder", "right shoulder"),
    "elbows": ("right elbow",),
    "hands": ("right hand", "other hand"),
    "feet": ("right foot", "foot"),
    "arms": ("shoulders", "right hand"),
    "legs": ("hips", "right foot"),
    "spine": ("trunk", "torso"),
    "back": ("trunk", "torso", "lower back"),
    "torso": ("trunk",),
    "trunk": ("torso",),
    "chest": ("torso",),
    "body": ("torso",),
    "head": ("neck",),
    "neck": ("head",),
    "bottom": ("pelvis", "right buttock"),
    "buttocks": ("glutes", "right buttock"),
    **dict.fromkeys(("heel", "heels", "toe", "toes", "sole"), ("right foot",)),
    **dict.fromkeys(("fingers", "palm"), ("right hand",)),
    "calf": ("right shin",),
    **dict.fromkeys(("face", "chin", "nose"), ("head",)),
    "position": ("base",),
    "posture": ("base",),
    "extends": ("from",),
    "previous": ("after",),
    "view": ("camera",),
    "muscles": ("highlight",),
    "equipment": ("props",),
    "things": ("props",),
    "prop": ("props",),
    "up": ("height", "raised"),
    "above": ("height", "elevation"),
    "lift": ("height", "raised", "up"),
    "height": ("raised", "elevation", "up"),
    "angle": ("azimuth",),
    "direction": ("azimuth",),
    "part": ("follows",),
    "out": ("turned_out", "fingers_out"),
    "type": ("kind",),
    "where": ("place",),
    "behind": ("back",),
    "top": ("above",),
    "fist": ("grip",),
    "open": ("spread",),
    # positions
    "lying": ("supine",),
    "on back": ("supine",),
    "back lying": ("supine",),
    "crook lying": ("supine",),
    "hook lying": ("supine",),
    "face up": ("supine",),
    "face down": ("prone",),
    "front lying": ("prone",),
    "on stomach": ("prone",),
    "plank": ("prone",),
    "side lying": ("side-lying-left",),
    "all fours": ("hands-and-knees",),
    "four point kneeling": ("hands-and-knees",),
    "quadruped": ("hands-and-knees",),
    "table top": ("hands-and-knees",),
    "tall kneeling": ("kneeling",),
    "lunge": ("half-kneeling",),
    "seated": ("sitting",),
    "upright": ("standing",),
    # places and things
    "ground": ("floor",),
    "waist": ("hip",),
    "abdomen": ("belly",),
    "stomach": ("belly",),
    "free": ("nothing",),
    "none": ("nothing",),
    "stool": ("chair",),
    "pillow": ("cushion",),
    "loop": ("band",),
    "rubber band": ("band",),
    "resistance band": ("band",),
    "yoga mat": ("mat",),
    **dict.fromkeys(("dumbbells", "db", "weight", "weights", "hand weight"), ("dumbbell",)),
    **dict.fromkeys(("kb", "kettle bell", "kettlebells"), ("kettlebell",)),
    **dict.fromkeys(
        ("swiss ball", "exercise ball", "gym ball", "stability ball", "physio ball", "big ball"), ("ball",)
    ),
    **dict.fromkeys(("soft ball", "pilates ball", "overball", "medicine ball"), ("small ball",)),
    **dict.fromkeys(("roller", "foam roll", "foam rollers"), ("foam roller",)),
    **dict.fromkeys(("doorway", "door way", "doorframe"), ("door frame",)),
    **dict.fromkeys(("box", "stair", "stairs", "platform", "stepper"), ("step",)),
    **dict.fromkeys(("dowel", "broomstick", "broom handle", "pole", "rod", "wand", "cane"), ("stick",)),
    **dict.fromkeys(("pull-up bar", "pullup bar", "chin-up bar", "high bar"), ("bar",)),
    **dict.fromkeys(("handrail", "banister", "ballet bar"), ("rail",)),
    **dict.fromkeys(("belt", "yoga strap", "sheet"), ("strap",)),
    **dict.fromkeys(("couch", "plinth", "treatment table", "sofa", "mattress"), ("bed",)),
    **dict.fromkeys(("desk", "kitchen table", "worktop", "counter"), ("table",)),
    **dict.fromkeys(("barbells", "ez bar", "olympic bar"), ("barbell",)),
    **dict.fromkeys(("tube", "tubing", "theraband", "elastic band", "mini band"), ("band",)),
    "calves": ("legs",),
    "anchor": ("door",),
    "held by": ("to",),
    "ends": ("to",),
}
"""What authors write → what the format may call it; the first that fits the place is meant. A side before it is kept."""

_SHOULDER_BLADE = "a shoulder blade has a key of its own: `right_scapula`, `left_scapula`, or `scapulae` for both"
HELD = "what hands hold is a thing of the pose: props: [dumbbell]; the hands follow the arms, or go to a place of their own"
PLACE = "say where that is, in percent of body height: {at: {forward: 30, out: 8}, height: 60}"
SURFACES = (
    "it can lie on: the floor, a part of the body, or a thing of the pose, such as: wall, chair seat, bed, step, ball"
)
NEAR_SURFACE = {
    "chair": "chair seat",
    **dict.fromkeys(("dumbbell", "kettlebell", "stick", "strap", "barbell"), "floor"),
}
"""Things that a part may lie on, and which surface that there is comes nearest."""
EXPLAINED: dict[str, str] = {
    **dict.fromkeys(
        ("retraction", "protraction", "elevation", "depression", "shrug", "retract", "protract"),
        _SHOULDER_BLADE,
    ),
    "pelvis": "`pelvis` is a key of its own, as `lean`, `tilt` and `shift` are",
    "forward": "a place stands under `at`: {at: {forward: 30, out: 8}}",
    "up": "`height` stands beside `at`: {at: {forward: 30}, height: 40}",
    "height": "`height` stands beside `at`: {at: {forward: 30}, height: 40}",
    "straight": "0 degrees is straight",
    **dict.fromkeys(("wall", "chair"), PLACE),
    **dict.fromkeys(("stick", "dumbbell", "kettlebell", "strap", "barbell", "band", "towel", "small ball"), HELD),
}
"""Words of the field that the format has none for, with what to do instead (or nothing to say)."""

KEYS: dict[str, tuple[str, ...]] = {
    # free-exercise-db
    "id": ("exercise",),
    "instructions": ("steps",),
    # ExerciseDB and wger
    **dict.fromkeys(("body part", "body parts", "body region", "region", "regions"), ("areas",)),
    "difficulty": ("level",),
    "description": ("summary",),
    "title": ("name",),
    "type": ("kind", "category"),
    **dict.fromkeys(("equipments", "tools", "material", "materials"), ("equipment",)),
    **dict.fromkeys(("execution", "how to", "procedure", "directions"), ("steps",)),
    **dict.fromkeys(("alias", "other names", "also known as", "synonyms"), ("aliases", "also")),
    **dict.fromkeys(("image", "picture", "pictures", "photo", "photos"), ("images",)),
    **dict.fromkeys(("videos", "video url", "youtube", "link"), ("video", "url")),
    # physiotherapists
    **dict.fromkeys(("contraindications", "precautions", "warnings", "warning", "caution"), ("cautions",)),
    **dict.fromkeys(("references", "literature", "evidence", "citations"), ("sources",)),
    **dict.fromkeys(("regression", "regressions", "modification", "make it easier"), ("easier",)),
    **dict.fromkeys(("advancement", "make it harder"), ("harder",)),
    "progression": ("progress",),
    **dict.fromkeys(("common mistakes", "errors", "faults"), ("mistakes",)),
    **dict.fromkeys(("starting position", "start position"), ("position",)),
    **dict.fromkeys(("sides", "bilateral", "unilateral"), ("laterality", "side")),
    **dict.fromkeys(("note", "remark", "remarks", "comment", "comments"), ("notes",)),
    # doses
    **dict.fromkeys(("repetitions", "repetition", "rep"), ("reps",)),
    **dict.fromkeys(("set", "series"), ("sets",)),
    **dict.fromkeys(("duration", "seconds", "minutes"), ("time",)),
    **dict.fromkeys(("hold time", "holds"), ("hold",)),
    **dict.fromkeys(("pause", "rest time", "break"), ("rest",)),
    **dict.fromkeys(("frequency", "days", "days a week", "times per week", "times a week"), ("days_per_week",)),
    **dict.fromkeys(("per day", "times a day", "sessions per day", "daily"), ("times_per_day",)),
    **dict.fromkeys(("weight", "resistance", "weights"), ("load",)),
    **dict.fromkeys(("rpe", "intensity", "exertion"), ("effort",)),
    **dict.fromkeys(("circuit", "circuits", "laps"), ("rounds",)),
}
"""Keys that authors write → what the format calls them, the first that fits the mapping."""

_MUSCLES = "muscles", "they stand under `muscles`: {primary: [glutes], secondary: [hamstrings]}"
_IN_DOSE = "dose", "it stands in the dose: {sets: 3, reps: 10-12, rest: 30 s}"
KEYS_EXPLAINED: dict[str, tuple[str, str]] = {
    "id": ("name", "the file's name is the id: leave the key out"),
    "exercises": ("blocks", "exercises stand in `blocks`: [{name: All, exercises: [first-id, second-id]}]"),
    **dict.fromkeys(
        ("primary", "secondary", "primary muscles", "secondary muscles", "muscle", "muscle group", "muscle groups"),
        _MUSCLES,
    ),
    **dict.fromkeys(("target", "targets", "target muscle", "target muscles"), _MUSCLES),
    **dict.fromkeys(
        ("sets", "set", "reps", "repetitions", "hold", "time", "duration", "rest", "tempo", "load"), _IN_DOSE
    ),
    **dict.fromkeys(("weight", "resistance", "effort", "rpe", "intensity", "frequency", "days per week"), _IN_DOSE),
}
"""Keys that stand elsewhere → the key that the mapping then has, and what to do."""
