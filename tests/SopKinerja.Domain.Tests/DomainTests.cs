using SopKinerja.Domain.Sop;

namespace SopKinerja.Domain.Tests;

public sealed class DomainTests
{
    [Fact]
    public void The_domain_knows_nothing_but_the_framework() =>
        Assert.All(
            typeof(SopTable).Assembly.GetReferencedAssemblies(),
            a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));
}
