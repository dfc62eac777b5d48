using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Plans;

/// <param name="Sumber">The rencana that it intervenes; null where none was chosen from a plan.</param>
public sealed record CascadeNode(RencanaKey Key, int PegawaiId, int AtasanId, RencanaKey? Sumber);

/// <summary>
/// The rencana hasil kerja of a period as trees, from the top of the dinas down. Sound whatever the data hold: a rencana that names
/// itself, one that is not there, or one of a circle stands at the head of a tree of its own.
/// </summary>
public sealed class Cascade
{
    private readonly Dictionary<RencanaKey, CascadeNode> _nodes;
    private readonly ILookup<RencanaKey, CascadeNode> _below;
    private readonly HashSet<RencanaKey> _heads;

    public Cascade(IReadOnlyCollection<CascadeNode> nodes, IReadOnlySet<int> top)
    {
        _nodes = nodes.ToDictionary(n => n.Key);
        _heads = [.. nodes.Where(n => top.Contains(n.PegawaiId) || n.Sumber is null || !_nodes.ContainsKey(n.Sumber)).Select(n => n.Key)];
        OpenCircles(nodes);
        _below = nodes.Where(n => !_heads.Contains(n.Key)).OrderBy(n => n.Key.PlanId).ThenBy(n => n.Key.Position).ToLookup(n => n.Sumber!);
        Trunks = Ordered(nodes.Where(n => top.Contains(n.PegawaiId)));
        Unlinked = Ordered(nodes.Where(n => _heads.Contains(n.Key) && !top.Contains(n.PegawaiId)));
    }

    public IReadOnlyList<CascadeNode> Trunks { get; }

    public IReadOnlyList<CascadeNode> Unlinked { get; }

    /// <summary>The rencana with this key; null where there is none.</summary>
    public CascadeNode? Find(RencanaKey key) => _nodes.GetValueOrDefault(key);

    public IReadOnlyList<CascadeNode> Below(CascadeNode node) => [.. _below[node.Key]];

    public int CountBelow(CascadeNode node, IReadOnlySet<RencanaKey> among) =>
        Descend([node]).Count(k => k != node.Key && among.Contains(k));

    public IReadOnlyList<CascadeNode> Above(CascadeNode node)
    {
        var above = new Stack<CascadeNode>();
        while (!_heads.Contains(node.Key))
        {
            node = _nodes[node.Sumber!];
            above.Push(node);
        }

        return [.. above];
    }

    /// <summary>
    /// What someone may see of it: everything for an office that sees every plan; for everybody else the own rencana and those to which he
    /// agrees, the chain above each, and all below. Words, name and jabatan only; who sees the rest is asked of the plan.
    /// </summary>
    public IReadOnlySet<RencanaKey> VisibleTo(Actor actor)
    {
        if (PlanTable.Viewers.Any(actor.Holds))
        {
            return _nodes.Keys.ToHashSet();
        }

        if (actor.PegawaiId is not { } person)
        {
            return new HashSet<RencanaKey>();
        }

        var own = _nodes.Values.Where(n => n.PegawaiId == person || n.AtasanId == person).ToList();
        return Descend(own).Concat(own.SelectMany(Above).Select(n => n.Key)).ToHashSet();
    }

    private static IReadOnlyList<CascadeNode> Ordered(IEnumerable<CascadeNode> nodes) =>
        [.. nodes.OrderBy(n => n.Key.PlanId).ThenBy(n => n.Key.Position)];

    // Anyone who walks up from anywhere comes to a head: where the walk meets itself, the place where it did becomes one.
    private void OpenCircles(IReadOnlyCollection<CascadeNode> nodes)
    {
        var (ends, walk) = (new HashSet<RencanaKey>(nodes.Count), new HashSet<RencanaKey>());
        foreach (var start in nodes)
        {
            walk.Clear();
            var node = start;
            while (!_heads.Contains(node.Key) && !ends.Contains(node.Key))
            {
                if (!walk.Add(node.Key))
                {
                    _heads.Add(node.Key);
                    break;
                }

                node = _nodes[node.Sumber!];
            }

            ends.UnionWith(walk);
        }
    }

    private HashSet<RencanaKey> Descend(IEnumerable<CascadeNode> from)
    {
        var found = new HashSet<RencanaKey>();
        var open = new Stack<CascadeNode>(from);
        while (open.TryPop(out var node))
        {
            if (found.Add(node.Key))
            {
                foreach (var below in _below[node.Key])
                {
                    open.Push(below);
                }
            }
        }

        return found;
    }
}
