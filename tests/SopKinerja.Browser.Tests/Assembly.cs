// Two browsers at a time, whatever the machine has: with more, answers come too late for what waits for them.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
