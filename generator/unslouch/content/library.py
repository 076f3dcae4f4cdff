"""Everything an author wrote, checked: the :class:`Library`, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from unslouch.content import own_words, stages, vocabulary
from unslouch.content.amount import Duration
from unslouch.content.dose import SECONDS_TO_CHANGE_EXERCISE, Dose, in_routine
from unslouch.content.model import Block, Exercise, Routine, RoutineExercise, Safety
from unslouch.content.own_words import OwnWords
from unslouch.content.stages import Stage
from unslouch.figure.asks import ASKS, Ask
from unslouch.tools.noticed import remembered

EXERCISES = "exercises"
ROUTINES = "routines"
SAFETY = "safety.yml"


@dataclass(frozen=True)
class Library:
    """Everything an author wrote, checked: what pages, cards and figures are made from."""

    exercises: dict[str, Exercise]
    routines: dict[str, Routine]
    safety: Safety
    asks: Mapping[str, tuple[Ask, ...]] = field(default_factory=dict)
    """What each exercise asks of the body, by its id."""
    own: OwnWords = own_words.NONE
    """The site's own words."""

    def anatomy(self, muscle: str) -> Sequence[str]:
        """The anatomical names of a muscle."""
        return vocabulary.MUSCLES.get(muscle) or self.own.also(muscle)

    def asks_of(self, *exercises: Exercise) -> list[Ask]:
        """What exercises ask of the body, each thing once."""
        asked = {ask for exercise in exercises for ask in self.asks.get(exercise.id, ())}
        return [ask for ask in ASKS if ask in asked]

    def position(self, exercise: Exercise) -> str | None:
        """The position an exercise starts in as a reader chooses by it: who sits does so on the floor or on a chair."""
        if exercise.position != "sitting":
            return exercise.position
        if "floor" in self.asks_of(exercise):
            return "floor-sitting"
        return "chair-sitting" if "chair" in (*exercise.equipment, *exercise.optional_equipment) else "sitting"

    def dose(self, item: RoutineExercise) -> Dose:
        """The dose of an exercise in a routine, see :func:`dose.in_routine`."""
        dose = in_routine(self.exercises[item.exercise].dose, item.dose)
        assert dose is not None, item.exercise  # a routine that says too little was refused
        return dose

    def doses(self, exercise: Exercise) -> list[Dose]:
        """The exercise's own dose, then those that routines give it; none for one that nobody can be led through yet."""
        own = [exercise.dose] if exercise.complete and exercise.dose else []
        return [*own, *map(self.dose, self._uses.get(exercise.id, ()))]

    @remembered
    def _uses(self) -> dict[str, list[RoutineExercise]]:
        """Where routines use each exercise, by its id."""
        uses: dict[str, list[RoutineExercise]] = {}
        for routine in self.routines.values():
            for item in (item for block in routine.blocks for item in block.exercises):
                uses.setdefault(item.exercise, []).append(item)
        return uses

    def stages(self, exercise: Exercise) -> list[Stage]:
        """See :func:`stages.around`."""
        return stages.around(exercise, self.exercises)

    def block_seconds(self, block: Block) -> Duration:
        """How long a block takes, from the shortest choice at its least to the longest at its most."""
        each = [
            self.exercises[item.exercise].seconds(self.dose(item), one_side=bool(item.side))
            + Duration(SECONDS_TO_CHANGE_EXERCISE, SECONDS_TO_CHANGE_EXERCISE)
            for item in block.exercises
        ]
        shortest = sorted(one.low for one in each)[: block.count.low]
        longest = sorted((one.high for one in each), reverse=True)[: block.count.high]
        return Duration(sum(shortest), sum(longest)) * block.rounds

    def routine_seconds(self, routine: Routine) -> Duration:
        """How long a routine takes; nothing for a weekly plan."""
        total = Duration(0, 0)
        for block in routine.blocks:
            total = total + self.block_seconds(block)
        return total

    def exercises_of(self, routine: Routine) -> list[Exercise]:
        """The exercises of a routine, or of all routines of a weekly plan, each once, in order."""
        ids: dict[str, None] = {}
        for block in self.blocks_of(routine):
            ids.update(dict.fromkeys(item.exercise for item in block.exercises))
        return [self.exercises[id] for id in ids]

    def equipment(self, routine: Routine) -> tuple[list[str], list[str]]:
        """What a routine's exercises need, and what is of use beyond that."""
        exercises = self.exercises_of(routine)
        needed = _each_once(thing for exercise in exercises for thing in exercise.equipment)
        optional = _each_once(thing for exercise in exercises for thing in exercise.optional_equipment)
        return needed, [thing for thing in optional if thing not in needed]

    def needed_for(self, routine: Routine) -> list[tuple[str, list[int]]]:
        """What a routine needs; with what a reader may choose to do without, the numbers of the exercises it is for."""
        needed = []
        for thing in self.equipment(routine)[0]:
            uses = [
                [thing in self.exercises[i.exercise].equipment for i in block.exercises] for block in routine.blocks
            ]
            spare = all(used.count(False) >= block.count.low for used, block in zip(uses, routine.blocks, strict=True))
            numbers = [number for number, used in enumerate(chain(*uses), 1) if used]
            needed.append((thing, numbers if spare else []))
        return needed

    def muscles(self, routine: Routine) -> list[str]:
        """The muscles that a routine's exercises are for, most often named first."""
        named: list[str] = [muscle for exercise in self.exercises_of(routine) for muscle in exercise.muscles.primary]
        return sorted(set(named), key=lambda muscle: (-named.count(muscle), muscle))

    def blocks_of(self, routine: Routine) -> list[Block]:
        """The blocks of a routine, or of each routine of a weekly plan."""
        if not routine.week:
            return list(routine.blocks)
        ids = _each_once(id for _, routine_ids in routine.week.days() for id in routine_ids)
        return [block for id in ids for block in self.routines[id].blocks]


def _each_once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
