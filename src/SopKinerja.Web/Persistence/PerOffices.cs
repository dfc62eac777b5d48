using System.Collections.Concurrent;

namespace SopKinerja.Web.Persistence;

/// <summary>Something that depends only on the offices someone holds, made once for each set of them.</summary>
public sealed class PerOffices<T>(Func<IReadOnlySet<Role>, T> make)
{
    // One bit for each office: at most 2^5 entries.
    private readonly ConcurrentDictionary<int, T> _made = new();

    public T For(Actor actor)
    {
        var key = 0;
        foreach (var office in Roles.Offices)
        {
            key |= actor.Holds(office) ? 1 << (int)office : 0;
        }

        return _made.TryGetValue(key, out var made) ? made : _made.GetOrAdd(key, make(actor.Offices));
    }
}
