/** What another process or connection did is seen a moment later: asked again until it holds, for some seconds at most. */
export const eventually = async (holds: () => Promise<void> | void, seconds = 1): Promise<void> => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (
      await Promise.resolve()
        .then(holds)
        .then(
          () => true,
          () => false,
        )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await holds();
};
