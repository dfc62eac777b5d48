// A browser, a server and a database are busy already; two of each on two cores only make both slow.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
