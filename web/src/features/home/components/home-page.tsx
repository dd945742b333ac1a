import type { HomeKind } from '@vinculo/client/types';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { useAccess } from '../../../lib/access';
import { useSampleArrival } from '../api/use-sample-arrival';
import { Forecast } from './forecast';
import { Greeting } from './greeting';
import classes from './home-page.module.css';
import { LatestRecords } from './latest-records';
import { MyOpportunities } from './my-opportunities';
import { MyTasks } from './my-tasks';
import { NewLeads } from './new-leads';
import { PipelineStages } from './pipeline-stages';
import { RecentEvents } from './recent-events';
import { RottingOpportunities } from './rotting-opportunities';
import { SetupChecklist } from './setup-checklist';
import { TeamMembers } from './team-members';

/** A panel whose records the role can't read shows nothing. */
const WIDGETS = {
  setup: SetupChecklist,
  stages: PipelineStages,
  forecast: Forecast,
  team: TeamMembers,
  events: RecentEvents,
  rotting: RottingOpportunities,
  tasks: MyTasks,
  opportunities: MyOpportunities,
  leads: NewLeads,
  contacts: () => <LatestRecords type="contact" />,
  accounts: () => <LatestRecords type="account" />,
} satisfies Record<string, ComponentType>;

type WidgetName = keyof typeof WIDGETS;

/** What each kind of work needs to see first. */
const LAYOUTS: Record<HomeKind, { main: WidgetName[]; side: WidgetName[] }> = {
  admin: { main: ['setup', 'stages', 'forecast'], side: ['team', 'events'] },
  manager: { main: ['forecast', 'stages'], side: ['rotting', 'tasks'] },
  sales: { main: ['tasks', 'opportunities'], side: ['rotting', 'leads'] },
  marketing: { main: ['leads', 'contacts'], side: ['tasks', 'accounts'] },
  service: { main: ['tasks', 'contacts'], side: ['accounts'] },
  analyst: { main: ['forecast', 'stages'], side: ['accounts', 'leads'] },
};

export function HomePage() {
  const { t } = useTranslation('home');
  const layout = LAYOUTS[useAccess().home];
  useSampleArrival();
  return (
    <>
      <PageHeader title={t('title')} />
      <PageBody>
        <Greeting />
        <div className={classes.columns}>
          <Column widgets={layout.main} />
          <Column widgets={layout.side} />
        </div>
      </PageBody>
    </>
  );
}

function Column({ widgets }: { widgets: WidgetName[] }) {
  return (
    <div className={classes.column}>
      {widgets.map((name) => {
        const Widget = WIDGETS[name];
        return <Widget key={name} />;
      })}
    </div>
  );
}
