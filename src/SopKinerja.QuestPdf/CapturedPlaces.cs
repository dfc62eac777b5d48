using QuestPDF.Elements;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace SopKinerja.QuestPdf;

/// <summary>Where QuestPDF has put what the finished file must name: the rooms for signatures, and the blocks that get a
/// bookmark.</summary>
/// <remarks>QuestPDF tells only its dynamic components where a thing fell, and only once the page was drawn; so one stands in the
/// foreground of each page and records what it is told. A document is laid out twice, and what goes over several pages is told once for
/// each: the first place counts.</remarks>
internal sealed class CapturedPlaces : IDynamicComponent
{
    private readonly Dictionary<object, string> _ids = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, PageElementLocation> _found = [];

    public IContainer Around(IContainer place, object what)
    {
        if (!_ids.TryGetValue(what, out var id))
        {
            _ids[what] = id = $"tempat-{_ids.Count}";
        }

        return place.CaptureContentPosition(id);
    }

    public DynamicComponentComposeResult Compose(DynamicContext context)
    {
        foreach (var id in _ids.Values.Where(id => !_found.ContainsKey(id)))
        {
            if (context.GetContentCapturedPositions(id).MinBy(place => place.PageNumber) is { } place)
            {
                _found[id] = place;
            }
        }

        return new() { Content = context.CreateElement(_ => { }), HasMoreContent = false };
    }

    public IReadOnlyList<SignatureRect> Rooms() =>
    [
        .. Found<SignatureBlock>().Select(found => new SignatureRect(
            found.What.Place!.Value, found.At.PageNumber, found.At.X, found.At.Y, found.At.Width, found.At.Height)),
    ];

    public IReadOnlyList<BlockStart> Starts() =>
        [.. Found<FormBlock>().Select(found => new BlockStart(found.What, found.At.PageNumber, found.At.Y))];

    private IEnumerable<(T What, PageElementLocation At)> Found<T>() =>
        from pair in _ids where pair.Key is T && _found.ContainsKey(pair.Value) select ((T)pair.Key, _found[pair.Value]);
}
