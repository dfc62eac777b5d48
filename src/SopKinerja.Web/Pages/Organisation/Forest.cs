namespace SopKinerja.Web.Pages.Organisation;

/// <summary>Who stands below whom, each once: who stands in a circle, as an old database may hold it, is a root himself.</summary>
public sealed class Forest
{
    private readonly Dictionary<int, List<int>> _below = [];
    private readonly Dictionary<int, int> _counts = [];
    private readonly List<int> _roots = [];

    /// <param name="ties">In the order in which those of one superior stand.</param>
    public Forest(IReadOnlyList<(int Id, int? AboveId)> ties)
    {
        var above = ties.ToDictionary(t => t.Id, t => t.AboveId);
        var below = ties.Where(t => t.AboveId is { } over && above.ContainsKey(over)).ToLookup(t => t.AboveId!.Value, t => t.Id);
        foreach (var (id, _) in ties.Where(t => t.AboveId is not { } over || !above.ContainsKey(over)))
        {
            Grow(id, below);
        }

        foreach (var (id, _) in ties.Where(t => !_below.ContainsKey(t.Id)))
        {
            // One further up may have brought this one in meanwhile.
            if (!_below.ContainsKey(id))
            {
                Grow(InCircle(id, above), below);
            }
        }
    }

    public IReadOnlyList<int> Roots => _roots;

    public bool Contains(int id) => _below.ContainsKey(id);

    public IReadOnlyList<int> Below(int id) => _below[id];

    /// <summary>All who stand below, down to the last.</summary>
    public int CountBelow(int id) => _counts[id];

    private void Grow(int root, ILookup<int, int> below)
    {
        _roots.Add(root);
        _below[root] = [];
        var reached = new List<int> { root };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var id in below[reached[i]].Where(id => !_below.ContainsKey(id)))
            {
                _below[reached[i]].Add(id);
                _below[id] = [];
                reached.Add(id);
            }
        }

        // Whoever stands below was reached later.
        for (var i = reached.Count - 1; i >= 0; i--)
        {
            _counts[reached[i]] = _below[reached[i]].Sum(id => 1 + _counts[id]);
        }
    }

    private static int InCircle(int id, Dictionary<int, int?> above)
    {
        for (var seen = new HashSet<int>(); seen.Add(id);)
        {
            id = above[id]!.Value;
        }

        return id;
    }
}

/// <summary>As much of a forest as one page holds: breadth first, up to a number of boxes and levels; what is left has an
/// address.</summary>
public sealed class ForestWindow(Forest forest)
{
    /// <summary>With all that a page says of each, some 300 kB of it.</summary>
    public const int Most = 300;

    public const int Deepest = 8;

    private readonly HashSet<int> _unfolded = [];
    private readonly HashSet<int> _shown = [];

    public int[] Shown => [.. _shown];

    /// <summary>The roots of what is shown.</summary>
    public IReadOnlyList<int> Tops { get; private set; } = [];

    /// <summary>The last of the first row, when there are more of it than one page holds; null otherwise.</summary>
    public int? Last { get; private set; }

    /// <param name="root">Null for all trees.</param>
    /// <param name="after">The last one of the first row that an earlier page has shown.</param>
    public void Take(int? root, int? after)
    {
        var row = root is { } one ? forest.Below(one) : forest.Roots;
        var from = after is { } last ? row.ToList().IndexOf(last) + 1 : 0;
        IReadOnlyList<int> first = [.. row.Skip(from).Take(Most)];
        Last = from + first.Count < row.Count ? first[^1] : null;
        Tops = root is { } top ? [top] : first;
        _shown.UnionWith([.. first, .. Tops]);
        if (root is { } above)
        {
            _unfolded.Add(above);
        }

        var open = new Queue<(int Id, int Depth)>(first.Select(id => (id, root is null ? 1 : 2)));
        while (open.TryDequeue(out var next))
        {
            var below = forest.Below(next.Id);
            if (below.Count > 0 && next.Depth < Deepest && _shown.Count + below.Count <= Most)
            {
                _unfolded.Add(next.Id);
                _shown.UnionWith(below);
                below.ToList().ForEach(id => open.Enqueue((id, next.Depth + 1)));
            }
        }
    }

    /// <summary>Those below one that are shown.</summary>
    public IEnumerable<int> Below(int id) => _unfolded.Contains(id) ? forest.Below(id).Where(_shown.Contains) : [];
}
