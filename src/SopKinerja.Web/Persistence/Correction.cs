using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

/// <summary>What somebody asks to be put right in the data that are kept about him, and what became of it; asked and answered
/// once.</summary>
/// <param name="wrong">What stands there and is wrong.</param>
public sealed class Correction(int pegawaiId, DateTimeOffset askedAt, string wrong, string shouldBe)
{
    public const int Longest = 1000;

    public int Id { get; private set; }

    public int PegawaiId { get; private set; } = pegawaiId;

    public DateTimeOffset AskedAt { get; private set; } = askedAt;

    public string Wrong { get; private set; } = wrong;

    public string ShouldBe { get; private set; } = shouldBe;

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    /// <summary>Null while it is open; false where it was refused.</summary>
    public bool? IsDone { get; private set; }

    /// <summary>What was changed, or why nothing was.</summary>
    public string? Answer { get; private set; }

    /// <exception cref="InvalidOperationException">It was answered before.</exception>
    public void Reply(bool isDone, string answer, string by, DateTimeOffset now) =>
        (AnsweredAt, AnsweredBy, IsDone, Answer) = AnsweredAt is null ? (now, by, isDone, answer)
            : throw new InvalidOperationException("It is answered once.");
}

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> entity)
    {
        entity.ToTable("corrections").HasIndex(x => new { x.PegawaiId, x.Id });
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.PegawaiId);
    }
}
