using System.Globalization;
using BriefingBot.EndToEnd.Tests.Bot;

namespace BriefingBot.EndToEnd.Tests.Cli;

/// <summary>A small newsroom that never was.</summary>
public static class InventedCoverage
{
    private static readonly string[] Towns = ["Arnfield", "Brakewater", "Coldharbor", "Dunmere", "Eastwold", "Farrowby"];
    private static readonly string[] Works = ["bridge", "library", "tram line", "market hall", "power station"];

    /// <summary>Writes one article for each town and work.</summary>
    public static void Write(TemporaryFolder folder, string name)
    {
        int number = 0;
        foreach (string town in Towns)
        {
            foreach (string work in Works)
            {
                number++;
                folder.Write(
                    $"{name}/{number:00}.txt",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        {town} opens its {work}

                        May {(number % 28) + 1}, 2024

                        The council of {town} opened the new {work} on Thursday after {number} years of work. Mayor Anna Vogt called the day a turning point.

                        The {work} cost {number
                            * 3} million crowns, of which the province paid a third. Engineers had warned in March that the ground was too soft.

                        "We have waited for this since my childhood," said Peter Lind, a baker in {town}. The first visitors came before dawn.

                        Critics say that the money was needed for schools. The council will decide on a second {work} in the autumn.
                        """
                    )
                );
            }
        }
    }
}
