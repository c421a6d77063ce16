namespace BriefingBot.Storage.Sqlite.Schema;

/// <summary>
/// The numbered steps of the schema, from the embedded <c>NNNN-name.sql</c> files beside this one. A published step is never edited.
/// </summary>
internal static class SchemaMigrations
{
    /// <summary>The SQL of each step; the first leads from nothing to version 1.</summary>
    public static IReadOnlyList<string> All { get; } = Read();

    private static List<string> Read()
    {
        var assembly = typeof(SchemaMigrations).Assembly;
        List<string> steps = [];
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("Sqlite/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            steps.Add(reader.ReadToEnd());
        }

        return steps;
    }
}
