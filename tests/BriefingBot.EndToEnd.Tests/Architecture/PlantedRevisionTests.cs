using System.Security.Cryptography;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>What planted orders were found in a passage is kept with it, and believed for as long as the rules are the same.</summary>
public sealed class PlantedRevisionTests
{
    /// <summary>Of the files below, as they were when the revision was last raised.</summary>
    private const string Digest = "1:f547bc01299ed37f";

    private static readonly string[] Rules =
    [
        "Text/Planted/*.cs",
        "Text/Sentence*.cs",
        "Text/Abbreviation*.cs",
        "Language/English/*order*.txt",
        "Language/English/planted*.txt",
        "Language/English/other-languages.txt",
        "Language/English/abbreviations.txt",
    ];

    [Fact]
    public void The_revision_grows_with_every_change_of_the_rules_that_find_planted_orders()
    {
        string core = Path.Combine(ProjectFile.Repository, "src", "BriefingBot.Core");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Rules
            .SelectMany(rule => Directory.GetFiles(Path.Combine(core, Path.GetDirectoryName(rule)!), Path.GetFileName(rule)))
            .Distinct()
            .Where(file => Path.GetFileName(file) != "PlantedMemory.cs")
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (string file in files)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        string digest = $"{PlantedInstructions.Revision}:{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
        Assert.True(
            digest == Digest,
            $"The rules that find planted orders have changed, or what cuts sentences for them: raise {nameof(PlantedInstructions)}."
                + $"{nameof(PlantedInstructions.Revision)} unless they find the same, then write its digest here: {digest}"
        );
    }
}
