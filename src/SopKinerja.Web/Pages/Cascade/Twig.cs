using System.Globalization;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Cascade;

public sealed record Twig(
    RencanaText Text, bool IsMine, IReadOnlyList<Twig> Below, int CountBelow, bool HasOwner, bool IsOpen, int PeriodId)
{
    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound, "Rencana hasil kerja ini tidak ditemukan, atau bukan yang boleh Anda lihat.");

    public bool HoldsMine => Below.Any(t => t.IsMine || t.HoldsMine);

    public string Url => Links.Plans.Cascade(PeriodId, Text.PlanId, Text.Position);

    /// <summary>The key in such an address; null where it is none.</summary>
    public static RencanaKey? ReadKey(string? text) => text?.Split('.') is [var plan, var position]
        && long.TryParse(plan, NumberStyles.None, CultureInfo.InvariantCulture, out var planId)
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? new(planId, place) : null;
}

/// <summary>As much of the cascade as fits on one page: breadth first, up to a number of rencana and levels; what is left has an
/// address.</summary>
public sealed class TreeWindow(Domain.Plans.Cascade cascade, IReadOnlySet<RencanaKey> visible)
{
    private const int Most = 120;
    private const int Deepest = 5;

    private readonly HashSet<RencanaKey> _unfolded = [];
    private readonly HashSet<RencanaKey> _shown = [];

    public long[] PlanIds => [.. _shown.Select(k => k.PlanId).Distinct()];

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

    public IReadOnlyList<Twig> Draw(
        IEnumerable<CascadeNode> nodes, IReadOnlyDictionary<RencanaKey, RencanaText> texts, int? reader, int periodId, bool isOfOne = false,
        int depth = 1) =>
    [
        .. nodes.Where(n => texts.ContainsKey(n.Key)).Select(n => new Twig(
            texts[n.Key], n.PegawaiId == reader,
            _unfolded.Contains(n.Key) ? Draw(Below(n), texts, reader, periodId, depth: depth + 1) : [],
            cascade.CountBelow(n, visible), !isOfOne, depth == 1, periodId)),
    ];

    private List<CascadeNode> Below(CascadeNode node) => [.. cascade.Below(node).Where(n => visible.Contains(n.Key))];
}
