/** Seconds until another try; counts on the screen and is not announced every second. */
export class Countdown {
  left = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Starts counting down from `seconds`. */
  start(seconds: number): void {
    this.stop();
    this.left = Math.max(0, Math.ceil(seconds));
    if (this.left === 0) return;
    const end = Date.now() + this.left * 1000;
    this.#timer = setInterval(() => {
      this.left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (this.left === 0) this.stop();
    }, 250);
  }

  /** Stops counting. */
  stop(): void {
    clearInterval(this.#timer);
  }
}
