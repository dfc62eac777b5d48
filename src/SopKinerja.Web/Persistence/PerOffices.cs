using System.Collections.Concurrent;

namespace SopKinerja.Web.Persistence;

/// <summary>Something that depends only on the offices somebody holds and on those in whose place he acts, made once for each set of
/// them.</summary>
public sealed class PerOffices<T>(Func<IReadOnlySet<Role>, IReadOnlyList<int>, T> make)
{
    // One bit for each office: at most 2^6 entries for those who act for nobody, and one for each penugasan besides.
    private readonly ConcurrentDictionary<(int Offices, string For), T> _made = new();

    public T For(Actor actor)
    {
        var offices = 0;
        foreach (var office in Roles.Offices)
        {
            offices |= actor.Holds(office) ? 1 << (int)office : 0;
        }

        IReadOnlyList<int> others = actor.Mandates.Count == 0 ? [] : [.. actor.Mandates.Select(m => m.ForId).Distinct().Order()];
        var key = (offices, others.Count == 0 ? "" : string.Join(',', others));
        return _made.TryGetValue(key, out var made) ? made : _made.GetOrAdd(key, make(actor.Offices, others));
    }
}
