using Xunit;

namespace BriefingBot.Storage.Tests.Pgvector;

[CollectionDefinition(Name)]
public sealed class PgliteTests : ICollectionFixture<PgliteFixture>
{
    public const string Name = "Pglite";
}
