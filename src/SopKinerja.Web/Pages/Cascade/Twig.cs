using System.Globalization;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Cascade;

/// <summary>One rencana as the tree shows it.</summary>
/// <param name="Text">Its words, and whose it is.</param>
/// <param name="IsMine">Whether it is the reader's own.</param>
/// <param name="Below">What is shown below it.</param>
/// <param name="CountBelow">How many may be seen below it, shown here or not.</param>
/// <param name="HasOwner">Whether it says whose it is; not below a heading that does.</param>
/// <param name="IsOpen">Whether it is unfolded when the page comes.</param>
/// <param name="PeriodId">For the address of its own page.</param>
public sealed record Twig(RencanaText Text, bool IsMine, IReadOnlyList<Twig> Below, int CountBelow, bool HasOwner, bool IsOpen, int PeriodId)
{
    /// <summary>The refusal for a rencana that is not there, or may not be seen.</summary>
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "Rencana hasil kerja ini tidak ditemukan, atau bukan yang boleh Anda lihat.");

    /// <summary>Whether the reader's own hangs on it, as far as it is shown.</summary>
    public bool HoldsMine => Below.Any(t => t.IsMine || t.HoldsMine);

    /// <summary>The address on which the tree begins with this rencana.</summary>
    public string Url => Links.Plans.Cascade(PeriodId, Text.PlanId, Text.Position);

    /// <summary>The key in such an address; null where it is none.</summary>
    public static RencanaKey? ReadKey(string? text) => text?.Split('.') is [var plan, var position]
        && long.TryParse(plan, NumberStyles.None, CultureInfo.InvariantCulture, out var planId)
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? new(planId, place) : null;
}

/// <summary>As much of the cascade as fits on one page: breadth first, up to a number of rencana and levels; what is left has an address.</summary>
/// <param name="cascade">The whole.</param>
/// <param name="visible">What the reader may see of it.</param>
public sealed class TreeWindow(Domain.Plans.Cascade cascade, IReadOnlySet<RencanaKey> visible)
{
    private const int Most = 120;
    private const int Deepest = 5;

    private readonly HashSet<RencanaKey> _unfolded = [];
    private readonly HashSet<RencanaKey> _shown = [];

    /// <summary>The plans whose words are needed.</summary>
    public long[] PlanIds => [.. _shown.Select(k => k.PlanId).Distinct()];

    /// <summary>Takes these, and as much below them as there is room for.</summary>
    /// <param name="nodes">Where it begins.</param>
    /// <param name="isAlone">Whether it is one with an address of its own: what hangs on it is then shown however much it is.</param>
    public void Take(IReadOnlyList<CascadeNode> nodes, bool isAlone = false)
    {
        var open = new Queue<(CascadeNode Node, int Depth)>(nodes.Select(n => (n, 1)));
        _shown.UnionWith(nodes.Select(n => n.Key));
        while (open.TryDequeue(out var next))
        {
            var below = Below(next.Node);
            if (below.Count > 0 && next.Depth < Deepest && (_shown.Count + below.Count <= Most || (isAlone && next.Depth == 1)))
            {
                _unfolded.Add(next.Node.Key);
                _shown.UnionWith(below.Select(n => n.Key));
                below.ForEach(n => open.Enqueue((n, next.Depth + 1)));
            }
        }
    }

    /// <summary>The trees that begin with these.</summary>
    public IReadOnlyList<Twig> Draw(
        IEnumerable<CascadeNode> nodes, IReadOnlyDictionary<RencanaKey, RencanaText> texts, int? reader, int periodId, bool isOfOne = false, int depth = 1) =>
    [
        .. nodes.Where(n => texts.ContainsKey(n.Key)).Select(n => new Twig(
            texts[n.Key], n.PegawaiId == reader,
            _unfolded.Contains(n.Key) ? Draw(Below(n), texts, reader, periodId, depth: depth + 1) : [],
            cascade.CountBelow(n, visible), !isOfOne, depth == 1, periodId)),
    ];

    private List<CascadeNode> Below(CascadeNode node) => [.. cascade.Below(node).Where(n => visible.Contains(n.Key))];
}
