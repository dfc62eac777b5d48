using Microsoft.EntityFrameworkCore;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>How it lies in the database; the tables are in 0010_bsre.sql.</summary>
internal static class BsreMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<BsreIdentity>(i =>
        {
            i.ToTable("bsre_identities").HasKey(x => x.PegawaiId);
            i.Property(x => x.PegawaiId).ValueGeneratedNever();
            i.HasOne<Domain.People.Pegawai>().WithOne().HasForeignKey<BsreIdentity>(x => x.PegawaiId);
        });
        builder.Entity<BsreAttempt>(a =>
        {
            a.ToTable("bsre_attempts");
            a.Property(x => x.Outcome).HasConversion<string>();
            a.Property(x => x.Resolution).HasConversion<string>();
            a.HasOne<Domain.Sop.Dossier>().WithMany().HasForeignKey(x => x.DossierId);
            a.HasOne<Domain.People.Pegawai>().WithMany().HasForeignKey(x => x.SignerId);
        });
    }
}
