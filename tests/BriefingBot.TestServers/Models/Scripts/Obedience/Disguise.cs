namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>Ways to spoil the letters of an answer.</summary>
public enum Disguise
{
    None,

    /// <summary>a=1, b=2, with hyphens.</summary>
    Numbers,

    /// <summary>Vowels as signs.</summary>
    Symbols,

    /// <summary>The inner letters of words turned round.</summary>
    Scrambled,

    /// <summary>No spaces.</summary>
    Joined,
}
