using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>A form that was sent and did something; the same form sent again does nothing more (docs/decisions/0028).</summary>
/// <param name="digest">SHA-256 of the form's number, 32 bytes.</param>
/// <param name="content">SHA-256 of what was typed, with the number; null in rows of earlier versions.</param>
public sealed class FormAct(byte[] digest, byte[]? content, int accountId, DateTimeOffset at)
{
    public byte[] Digest { get; private set; } = digest;

    public byte[]? Content { get; private set; } = content;

    public int AccountId { get; private set; } = accountId;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Where it led and what was said, encrypted; null while it is being done, when the server stopped in between, and once a
    /// secret in it was shown.</summary>
    public byte[]? Answer { get; private set; }

    /// <summary>It went into the database with an act of this request.</summary>
    internal bool IsStored { get; set; }

    /// <summary>What it asks for is done behind the request, which saves nothing itself; its answer is kept all the same.</summary>
    public bool IsDoneBehind { get; set; }

    public bool IsSame(FormAct other) => Content is null || Content.AsSpan().SequenceEqual(other.Content);
}

internal sealed class FormActMapping : IEntityTypeConfiguration<FormAct>
{
    public void Configure(EntityTypeBuilder<FormAct> entity)
    {
        entity.ToTable("form_acts").HasKey(x => x.Digest);
        entity.Ignore(x => x.IsStored).Ignore(x => x.IsDoneBehind);
        entity.HasIndex(x => x.At);
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}

/// <summary>Stores the form that a request carries together with the first thing that the request saves: both or neither.</summary>
internal sealed class FormActs(IHttpContextAccessor requests) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Act is { IsStored: false } act && eventData.Context!.Entry(act).State == EntityState.Detached)
        {
            eventData.Context.Add(act);
        }

        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (Act is { } act && eventData.Context!.Entry(act) is { State: EntityState.Unchanged } entry)
        {
            act.IsStored = true;
            entry.State = EntityState.Detached;
        }

        return new(result);
    }

    private FormAct? Act => requests.HttpContext?.Features.Get<FormAct>();
}
