using System.Reflection;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SopKinerja.Web.Access;

/// <summary>On a page handler whose name is not the act that it performs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PerformsAttribute<TAct>(TAct act) : Attribute
    where TAct : struct, Enum
{
    public TAct Act => act;
}

/// <summary>Which act a page handler performs, so that the act is asked before the handler runs.</summary>
public static class HandlerActs
{
    public static readonly Refusal Unknown = new(
        RefusalKind.NotFound, "Tindakan ini tidak ada pada halaman ini. Muat ulang halamannya, lalu pilih lagi.");

    /// <summary>The act by which the handler is named or marked; reading is the page's own.</summary>
    /// <exception cref="InvalidOperationException">A handler has a name that is no act, and no mark.</exception>
    public static TAct ActOf<TAct>(this PageHandlerExecutingContext context, TAct own)
        where TAct : struct, Enum => context.HandlerMethod is not { HttpMethod: "Post" } handler ? own
            : handler.MethodInfo.GetCustomAttribute<PerformsAttribute<TAct>>()?.Act
            ?? (handler.Name is null ? own
                : Enum.TryParse<TAct>(handler.Name, out var named) ? named
                : throw new InvalidOperationException($"The handler {handler.Name} names no {typeof(TAct).Name}."));
}
