namespace BriefingBot.Slack.People;

/// <summary>What becomes of the questions of people who are no members of the workspace or of its organization.</summary>
public enum AskingRule
{
    /// <summary>They are answered like everybody's.</summary>
    Answer = 0,

    /// <summary>Their askers are told that the bot answers members only.</summary>
    Refuse = 1,
}
