namespace BriefingBot.Core.Diagnostics;

/// <summary>The first event id of each area's log messages; an area owns the hundred that follow.</summary>
public static class EventIds
{
    /// <summary>Conversations: questions and answers.</summary>
    public const int Conversations = 1000;

    /// <summary>Ingestion: index runs.</summary>
    public const int Ingestion = 1100;

    /// <summary>Retrieval.</summary>
    public const int Retrieval = 1200;

    /// <summary>Storage.</summary>
    public const int Storage = 1300;

    /// <summary>Inference: encoders and models.</summary>
    public const int Inference = 1400;

    /// <summary>The host: start, stop, web console.</summary>
    public const int Host = 1500;

    /// <summary>Chat: the journal, turns on platforms, commands.</summary>
    public const int Chat = 1600;

    /// <summary>The Discord adapter: its REST client, and from 20 its gateway client, 40 interactions, 60 messages.</summary>
    public const int Discord = 1700;

    /// <summary>
    /// The Slack adapter: its Web API client, and from 20 Socket Mode, 40 signed HTTP, 60 messages and commands, 80 replies.
    /// </summary>
    public const int Slack = 1800;

    /// <summary>Answering: prompts, and from 10 the model's drafts.</summary>
    public const int Answering = 1900;

    /// <summary>Intake: the checks of sources.</summary>
    public const int Intake = 2000;

    /// <summary>Corrections: cited articles that changed.</summary>
    public const int Corrections = 2100;

    /// <summary>Stories: grouping reports of one event.</summary>
    public const int Stories = 2200;

    /// <summary>Subscriptions: briefings on a schedule, and from 20 alerts.</summary>
    public const int Subscriptions = 2300;
}
