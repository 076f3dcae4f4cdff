// What tells of a change: beeps, a voice, a buzz, a flash. All are asked for by the reader; none needs a file.

const LAST = 3
const [LOW, HIGH] = [660, 990]

/** Gives the ways to tell; `flash` is the element that flashes, `language` whose voice speaks. */
export function cues(flash, language) {
  let context = null
  let planned = []
  let sound = "off"
  let seen = false
  const speech = window.speechSynthesis

  function beep(at, hertz, seconds) {
    const tone = context.createOscillator()
    const loud = context.createGain()
    tone.frequency.value = hertz
    loud.gain.setValueAtTime(0.0001, at)
    loud.gain.exponentialRampToValueAtTime(0.4, at + 0.02)
    loud.gain.exponentialRampToValueAtTime(0.0001, at + seconds)
    tone.connect(loud).connect(context.destination)
    tone.start(at)
    tone.stop(at + seconds)
    planned.push(tone)
  }

  /** Whether there is sound. Browsers let a page be heard only after a tap; without, all of it is seen too. */
  function heard() {
    if (navigator.userActivation?.hasBeenActive === false) return false
    try {
      context ??= new AudioContext()
      context.resume()
    } catch {
      context = null
    }
    return !!context
  }

  function hush() {
    for (const tone of planned) tone.disconnect()
    planned = []
  }

  return {
    voices: !!speech,
    /** Takes what the reader wants. */
    set(chosen) {
      sound = chosen.sound
      seen = chosen.flash
    },
    /** Plans the beeps of what runs out in so many milliseconds, none where nothing does: they come on time even where a hidden page is slowed down. */
    plan(left) {
      hush()
      if (left <= 0 || sound === "off" || !heard()) return
      const end = context.currentTime + left / 1000
      for (let second = LAST; second > 0; second--) if (left >= second * 1000) beep(end - second, LOW, 0.12)
      beep(end, HIGH, 0.35)
    },
    /** Tells of a change, in words where a voice is wanted. */
    change(words) {
      if (sound !== "off" || seen) navigator.vibrate?.(200)
      if (seen) {
        flash.classList.remove("on")
        flash.offsetWidth // so that it begins anew
        flash.classList.add("on")
      }
      if (sound !== "voice" || !speech) return
      speech.cancel()
      const said = new SpeechSynthesisUtterance(words)
      said.lang = language
      speech.speak(said)
    },
    hush() {
      hush()
      speech?.cancel()
    },
  }
}
